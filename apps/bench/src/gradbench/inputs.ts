// What GradBench's drivers send: the arguments of each objective, as its protocol names them.

export type Row = readonly number[];

export interface LseInput {
  readonly x: Row;
}

export interface LlsqInput {
  readonly x: Row;
  /** How many t. */
  readonly n: number;
}

export interface DetInput {
  /** The matrix in row-major order. */
  readonly A: Row;
  readonly ell: number;
}

export interface KmeansInput {
  /** [n, d]. */
  readonly points: readonly Row[];
  /** [k, d]. */
  readonly centroids: readonly Row[];
}

export interface GmmInput {
  readonly d: number;
  readonly k: number;
  readonly n: number;
  /** [n, d]. */
  readonly x: readonly Row[];
  /** Of the Wishart prior. */
  readonly m: number;
  readonly gamma: number;
  /** [k]. */
  readonly alpha: Row;
  /** [k, d]. */
  readonly mu: readonly Row[];
  /** [k, d]: logarithms of the diagonals. */
  readonly q: readonly Row[];
  /** [k, d (d − 1) / 2]: what is strictly below the diagonals, column by column. */
  readonly l: readonly Row[];
}

export interface LstmInput {
  /** [2 · layers, 4 · width]: for each layer weights and biases of forget, in, out, change. */
  readonly main_params: readonly Row[];
  /** [3, width]: weights in, weights out, bias out. */
  readonly extra_params: readonly Row[];
  /** [2 · layers, width]: for each layer hidden and cell. */
  readonly state: readonly Row[];
  /** [characters, width]. */
  readonly sequence: readonly Row[];
}

export interface BaInput {
  /** How many cameras, points and observations; all are copies of one. */
  readonly n: number;
  readonly m: number;
  readonly p: number;
  /** Rotation (3), centre (3), focal length, principal point (2), radial distortion (2). */
  readonly cam: Row;
  readonly x: Row;
  readonly w: number;
  readonly feat: Row;
}

export interface OdeInput {
  readonly x: Row;
  /** How many steps. */
  readonly s: number;
}

export interface HandModel {
  readonly bone_count: number;
  /** The bone that each hangs on, −1 for the first; parents come before their children. */
  readonly parents: readonly number[];
  /** [bones, 4, 4] each. */
  readonly base_relatives: readonly (readonly Row[])[];
  readonly inverse_base_absolutes: readonly (readonly Row[])[];
  /** [vertices, 4]. */
  readonly base_positions: readonly Row[];
  /** [vertices, bones]. */
  readonly weights: readonly Row[];
  /** [triangles, 3] of vertices. */
  readonly triangles: readonly Row[];
  readonly is_mirrored: boolean;
}

export interface HtInput {
  /** Rotation (3), translation (3), and four angles for each of five fingers. */
  readonly theta: Row;
  readonly data: {
    readonly model: HandModel;
    /** For each point its vertex; with `us` its triangle. */
    readonly correspondences: Row;
    /** [points, 3]. */
    readonly points: readonly Row[];
  };
  /** Two coordinates within the triangle for each point; empty for points at vertices. */
  readonly us: readonly Row[] | Row;
}
