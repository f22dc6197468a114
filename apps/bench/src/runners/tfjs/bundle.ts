// TensorFlow.js as one file. Its packages reach Node without their gradients, which only its ES modules register, and
// those name no extensions, which Node does not resolve: a build puts them together.

import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-backend-cpu';

export { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
export * from '@tensorflow/tfjs-core';
