/** What engine.test.ts runs inside the page. */

import * as core from '@chainrule/core';
import { type Api, conformance } from '@chainrule/core/testing';
import * as wasm from '@chainrule/wasm';

const packages: Readonly<Record<string, Api>> = { typescript: core, wasm };

/** Runs every case of the suite on a backend. */
export function run(name: string): { passed: number; failures: string[] } {
  const api = packages[name];
  if (api === undefined) throw new Error(`there is no backend ${name}`);
  const failures: string[] = [];
  for (const one of conformance) {
    try {
      one.run(api);
    } catch (error) {
      failures.push(`${one.name}: ${String(error)}`);
    }
  }
  return { passed: conformance.length - failures.length, failures };
}
