import { Field } from '../fields/field';
import { requirementsAbout } from '../reach/known-requirements';
import { meetsRequirements } from '../reach/label-selector';
import { asObject } from '../manifest';
import type { Manifest } from '../manifest';
import { nameOf } from './named-objects';
import { qualifiedKind } from './qualified-kind';

/** The label that the API server puts on each namespace. */
const NAME_LABEL = 'kubernetes.io/metadata.name';

/** The labels of namespaces, as far as a set of objects tells them. */
export class NamespaceLabels {
  private readonly labels = new Map<string, Field>();

  constructor(manifests: readonly Manifest[]) {
    for (const manifest of manifests) {
      if (qualifiedKind(manifest) !== 'Namespace') continue;
      const labels = asObject(asObject(manifest.json['metadata'])['labels']);
      this.labels.set(nameOf(manifest), labelsField({ ...labels, [NAME_LABEL]: nameOf(manifest) }));
    }
  }

  /** Tells whether a namespaceSelector may select a namespace: it is not known what labels one outside the set has. */
  mayBeSelected(namespace: string, selector: Field): boolean {
    const written = this.labels.get(namespace);
    if (written !== undefined) return meetsRequirements(selector, written);
    // The empty name is that of a namespace that nobody named.
    const known = labelsField(namespace === '' ? {} : { [NAME_LABEL]: namespace });
    const asked = requirementsAbout(selector, (key) => namespace !== '' && key === NAME_LABEL);
    return meetsRequirements(asked, known);
  }
}

function labelsField(labels: Manifest['json']): Field {
  return new Field('metadata.labels', labels);
}
