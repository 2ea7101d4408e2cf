import { key } from '@synod/tla';
import { toTla } from '../../run/values/convert.js';
import type { Stored } from '../../run/values/value.js';
import { type Domain, type Group, universeOf } from './domain/domain.js';
import type { Layout, Place } from './layout.js';
import type { DomainData } from './program.js';
import type { Field } from './symbolic/logic.js';

/** What decoding and encoding need to know of the domains, as plain data. */
export function describeDomains(domains: readonly Domain[], layout: Layout): readonly DomainData[] {
  const groups = new Map<Group, number>();
  const place = ({ id }: Field): Place => layout.places.get(id) as Place;
  const describe = (domain: Domain): DomainData => {
    switch (domain.kind) {
      case 'leaf': {
        const { group, component } = domain;
        if (!groups.has(group)) groups.set(group, groups.size);
        const values = group.tuples.map((tuple) => textOf(tuple[component] as Stored));
        return { kind: 'leaf', ...place(group.field), group: groups.get(group) as number, component, values };
      }
      case 'parts':
        return { kind: 'parts', keys: domain.shape.domain.map(textOf), items: domain.items.map(describe) };
      case 'members': {
        const elements = universeOf(domain).map((element) => {
          const { word, shift } = place(domain.fields.get(element) as Field);
          return { value: textOf(element), word, shift };
        });
        return { kind: 'members', elements };
      }
    }
  };
  return domains.map(describe);
}

export function textOf(value: Stored): string {
  return key(toTla(value));
}
