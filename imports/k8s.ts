/**
 * The one door to the Kubernetes 1.27 API types (L1).
 *
 * They are the ones that cdk8s-plus-27 carries with it, so nothing is generated or downloaded here; `cdk8s import`
 * would fetch the API schema from the internet, which a closed network does not have.
 */
export * from 'cdk8s-plus-27/lib/imports/k8s';
