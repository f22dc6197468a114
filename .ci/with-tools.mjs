/**
 * Runs a root script's command with the tools it needs: `node .ci/with-tools.mjs <command …>`.
 *
 * Under pnpm and Node ≥ 22.18 it just runs the command. Under plain npm or an older Node (20 will do) it fetches
 * Node 24 and pnpm 12 through npx and starts the same script with them; pnpm then installs what is missing. That is
 * why `npm start` and `npm test` need no set-up.
 */

import { spawn } from 'node:child_process';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const underPnpm = process.env.npm_config_user_agent?.startsWith('pnpm/') ?? false;
const ready = underPnpm && (major > 22 || (major === 22 && minor >= 18));

const script = process.env.npm_lifecycle_event;
const command = ready ? process.argv.slice(2).join(' ') : `npx -y -p node@24 -p pnpm@12 pnpm run ${script}`;

// A command in a package's folder reads paths as its user meant them: from where the script was started.
const env = { ...process.env, CHAINRULE_FROM: process.env.INIT_CWD ?? process.cwd() };
// `shell`, because on Windows npx and turbo are .cmd files.
const child = spawn(command, { stdio: 'inherit', shell: true, env });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
