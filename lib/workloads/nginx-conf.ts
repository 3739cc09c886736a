/** What differs between the configurations of two gateways. */
export interface NginxSettings {
  readonly routes: readonly { readonly path: string; readonly url: string }[];
  readonly uploadLimitMebibytes: number;
  readonly responseTimeoutSeconds: number;
}

/**
 * Returns the whole configuration of nginx for a user that is not root and a root file system that cannot be written:
 * everything that nginx writes is below /tmp.
 *
 * Hosts are looked up once, at the start, which is right for Services: their addresses stay as long as they do.
 */
export function nginxConf({ routes, uploadLimitMebibytes, responseTimeoutSeconds }: NginxSettings): string {
  return `# Two, as "auto" counts the CPUs of the VM.
worker_processes 2;
pid /tmp/nginx.pid;
error_log /dev/stderr warn;

events {
  worker_connections 1024;
}

http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log /dev/stdout;
  server_tokens off;
  sendfile on;
  keepalive_timeout 65;

  client_body_temp_path /tmp/client_body;
  proxy_temp_path /tmp/proxy;
  fastcgi_temp_path /tmp/fastcgi;
  uwsgi_temp_path /tmp/uwsgi;
  scgi_temp_path /tmp/scgi;

  # An Ingress in front has taken TLS off, and says so.
  map $http_x_forwarded_proto $forwarded_proto {
    default $http_x_forwarded_proto;
    '' $scheme;
  }

  client_max_body_size ${uploadLimitMebibytes}m;
  proxy_read_timeout ${responseTimeoutSeconds}s;
  proxy_send_timeout ${responseTimeoutSeconds}s;
  proxy_set_header Host $http_host;
  proxy_set_header X-Real-IP $remote_addr;
  proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
  proxy_set_header X-Forwarded-Proto $forwarded_proto;

  server {
    listen 8080;

    # Says that nginx runs, and asks nobody behind it: an outage there must not take the entry away.
    location = /healthz {
      access_log off;
      default_type text/plain;
      return 200 "ok\\n";
    }

${routes.map(({ path, url }) => `    location ${path} {\n      proxy_pass ${url};\n    }\n`).join('\n')}  }
}
`;
}
