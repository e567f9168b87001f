extension Verb {
  /// Every verb, in the order of the verb table.
  static let all: [Verb] = [
    .zeros, .ones, .full, .eye, .arange, .linspace, .rand, .randn, .xavier, .he, .onehot, .blobs,
    .noise, .seed, .f32, .f64,
    .reshape, .permute, .transpose, .flip, .pad, .dilate, .concat, .shuffle, .resize,
    .relu, .tanh, .sigmoid, .softmax, .exp, .log, .abs, .sqrt, .sum, .mean, .max, .min, .argmax,
    .einsum, .mse, .crossentropy, .accuracy,
    .conv, .convtranspose, .pool, .im2col, .col2im, .indices,
    .backward, .grad, .detach, .gradcheck, .mutants, .judge, .sgd, .adam,
    .show, .shape, .stats, .explain, .uses, .step, .graph, .orders, .plan, .compare, .watch,
    .plot, .hist,
    .load, .save, .run, .record,
    .say, .pause, .vars, .drop, .clear, .history, .help, .set, .quit,
  ]
}
