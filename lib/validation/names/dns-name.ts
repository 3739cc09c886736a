const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/**
 * Tells whether a text is a DNS label of RFC 1123, as names of Services, namespaces, and containers are:
 * at most 63 of a-z, 0-9 and `-`, neither beginning nor ending with `-`.
 *
 * @see kubernetes/kubernetes v1.27 staging/src/k8s.io/apimachinery/pkg/util/validation/validation.go
 */
export function isDnsLabel(text: string): boolean {
  return text.length <= 63 && LABEL.test(text);
}

/**
 * Tells whether a text is a DNS subdomain of RFC 1123, as the names of most objects are: labels joined by dots, at
 * most 253 characters. The labels have no bound of their own here, since Kubernetes sets none.
 */
export function isDnsSubdomain(text: string): boolean {
  return text.length <= 253 && SUBDOMAIN.test(text);
}
