/** A known wrong way to count a network's parameters. `layer` is the receiving layer, 1 for the first after the input. */
export type Slip =
  | { readonly kind: 'biases-missing' }
  | { readonly kind: 'layer-biases-missing'; readonly layer: number }
  | { readonly kind: 'connection-missing'; readonly layer: number }
  | { readonly kind: 'input-biases-added' }
  | { readonly kind: 'one-bias-per-layer' }
  | { readonly kind: 'one-bias-in-all' }
  | { readonly kind: 'biases-per-sender' }
  | { readonly kind: 'biases-added' }
  | { readonly kind: 'sizes-added' }
  | { readonly kind: 'weights-missing' }
  | { readonly kind: 'units-counted' }
  | { readonly kind: 'product-of-sizes' }
export type SlipKind = Slip['kind']

/** Name of a layer in ids: `hidden-1`, `hidden-2`, … and `output`; `depth` is the number of connections. */
export const layerId = (layer: number, depth: number): string =>
  layer === depth ? 'output' : `hidden-${layer}`

/** The slip's name, e.g. 'biases-missing', 'biases-missing-hidden-2', 'connection-missing-output'. */
export function slipId(slip: Slip, depth: number): string {
  switch (slip.kind) {
    case 'layer-biases-missing':
      return `biases-missing-${layerId(slip.layer, depth)}`
    case 'connection-missing':
      return `connection-missing-${layerId(slip.layer, depth)}`
    default:
      return slip.kind
  }
}
