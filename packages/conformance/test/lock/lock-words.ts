export interface Lock {
  readonly actions: {
    readonly Ask: { readonly c: 'alice' | 'bob' | 'carol' };
    readonly Grant: { readonly c: 'alice' | 'bob' | 'carol' };
    readonly Release: { readonly c: 'alice' | 'bob' | 'carol' };
    readonly GiveUp: { readonly c: 'alice' | 'bob' | 'carol' };
  };
  readonly variables: 'owner' | 'waiting';
}
