import { textForms } from '../fields/text-forms';

/** The resources without a prefix that a container may have. */
const STANDARD: ReadonlySet<string> = new Set(['cpu', 'memory', 'ephemeral-storage']);

const HUGE_PAGES = 'hugepages-';

/** Tells whether a resource is huge pages of some size. */
export function isHugePages(name: string): boolean {
  return name.startsWith(HUGE_PAGES);
}

/** Returns the size of a page as a quantity, such as `2Mi`, of a resource that is huge pages. */
export function hugePageSize(name: string): string {
  return name.slice(HUGE_PAGES.length);
}

/**
 * Tells whether limits of a resource may add up to more than there is, so that a request may be below its limit.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/helper/helpers.go, IsOvercommitAllowed
 */
export function allowsOvercommit(name: string): boolean {
  return isNative(name) && !isHugePages(name);
}

/** Tells whether a resource is one of somebody else's, such as `nvidia.com/gpu`, which come in whole numbers. */
export function isExtendedResource(name: string): boolean {
  return !isNative(name) && !name.startsWith('requests.') && textForms.labelKey.matches(`requests.${name}`);
}

/** Tells whether a container may have a resource of this name. */
export function isContainerResource(name: string): boolean {
  if (!textForms.labelKey.matches(name)) return false;
  if (!name.includes('/')) return STANDARD.has(name) || isHugePages(name);
  return isNative(name) || isExtendedResource(name);
}

function isNative(name: string): boolean {
  return !name.includes('/') || name.includes('kubernetes.io/');
}
