/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Read from node_modules at run time: native parts, or modules that load files beside themselves.
  serverExternalPackages: ['@node-rs/argon2', 'eld', 'natural', 'pg', 'pg-boss', 'pino'],
  experimental: { serverActions: { bodySizeLimit: '2mb' } },
};
