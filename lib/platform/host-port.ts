/** A server outside the cluster, by name and port. */
export interface HostPort {
  /** DNS name. */
  readonly host: string;
  /** 1 to 65535. */
  readonly port: number;
}

/** Returns `host:port`. */
export function hostPort({ host, port }: HostPort): string {
  return `${host}:${port}`;
}

/** Returns the different ports of a list of servers, in rising order. */
export function portsOf(servers: readonly HostPort[]): readonly number[] {
  return [...new Set(servers.map(({ port }) => port))].sort((a, b) => a - b);
}
