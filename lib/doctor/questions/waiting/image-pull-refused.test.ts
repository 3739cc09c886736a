import { NOTHING_EXPECTED } from '../../cluster/expected';
import { anUnpulled, aSecret, clusterOf } from '../../testing/waiting-objects';
import { imagePullRefused } from './image-pull-refused';

const REFUSED = 'unexpected status from HEAD request: 401 Unauthorized';
const secret = aSecret('dtr-pull');

test('a registry that refuses several workloads refuses their pull Secret', () => {
  const cluster = clusterOf(secret, anUnpulled(REFUSED), anUnpulled(REFUSED, { name: 'api' }));

  expect(imagePullRefused.ask(cluster, NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Secret/znyw-prod/dtr-pull',
      cause: { en: expect.stringContaining('the registry dtr.corp refuses the images of 2 workloads') },
      explains: ['Deployment/znyw-prod/api', 'Deployment/znyw-prod/web'],
    },
  ]);
});

test('where one alone is refused it may be the name of its image', () => {
  expect(imagePullRefused.ask(clusterOf(secret, anUnpulled(REFUSED)), NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Deployment/znyw-prod/web',
      cause: { en: expect.stringContaining('is refused by dtr.corp with the pull Secret "dtr-pull"') },
      property: 'spec.template.spec.containers[web].image',
    },
  ]);
});

test("a name that Docker's registry does not have is told as that", () => {
  const said = 'pull access denied, repository does not exist or may require authorization';
  const [symptom] = imagePullRefused.ask(
    clusterOf(anUnpulled(said, { podSpec: {}, image: 'ngnix:1' })),
    NOTHING_EXPECTED,
  );

  expect(symptom?.cause.en).toContain('is refused by docker.io: it is not there, or it is private');
});

test('a pull Secret that is missing or of another type is left to its own question', () => {
  expect(imagePullRefused.ask(clusterOf(anUnpulled(REFUSED)), NOTHING_EXPECTED)).toEqual([]);
  expect(imagePullRefused.ask(clusterOf(aSecret('dtr-pull', 'Opaque'), anUnpulled(REFUSED)), NOTHING_EXPECTED)).toEqual(
    [],
  );
});
