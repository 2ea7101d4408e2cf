import { InputError } from '@synod/tla';

/** Errors of the runtime and the recorder that a user can do something about, as the command line says such things: in one line. */
export async function withUserErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isUserError(error)) throw error;
    throw new InputError(error.code, error.message.replace(/\s*\n\s*/g, ' '), undefined, { cause: error });
  }
}

/** Told by name, since their classes are loaded only where they are needed. */
export function isUserError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && (error.name === 'RuntimeError' || error.name === 'RecorderError');
}
