import type { Client, Endpoint, Grant } from '../platform/endpoint';
import { Workload } from './workload';

/** Name of the port on which every web service of the project is called. */
export const HTTP_PORT = 'http';

/** A workload that is called over HTTP by others. */
export abstract class WebWorkload extends Workload implements Endpoint {
  /** Lets a client in, which gets the address as `<ID>_URL`: `CONFIG_API_URL` for config-api. */
  admit(client: Client): Grant {
    return {
      reach: [this.openTo(client, HTTP_PORT)],
      environment: { [`${this.node.id.toUpperCase().replaceAll('-', '_')}_URL`]: this.url },
    };
  }

  /** Its address within the namespace. */
  get url(): string {
    return `http://${this.name}:${this.portNumber(HTTP_PORT)}`;
  }
}
