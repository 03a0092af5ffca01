// The package names a file of types that it does not hold; its interface is that of onnxruntime-common.
declare module 'onnxruntime-node' {
  export * from 'onnxruntime-common';
}
