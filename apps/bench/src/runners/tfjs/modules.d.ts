// A module of TensorFlow.js that comes without types.

declare module '@tensorflow/tfjs-core/dist/register_all_gradients';
