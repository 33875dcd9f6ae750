package io.updraft.telemetry.block;

/**
 * What is left of a column when what was predicted is taken away.
 *
 * @param blocks how each {@link MiniBlock#SIZE} of the residuals are written
 */
@SuppressWarnings("ArrayRecordComponent") // Columns, never compared.
record Residuals(
    Prediction prediction, long slope, long[] residuals, MiniBlock[] blocks, long bits) {

  static Residuals fewestBits(long[] numbers) {
    long slope = Prediction.slope(numbers);
    Residuals fewest = of(Prediction.NONE, slope, numbers);
    for (Prediction prediction : Prediction.values()) {
      Residuals tried = prediction == Prediction.NONE ? fewest : of(prediction, slope, numbers);
      fewest = tried.bits < fewest.bits ? tried : fewest;
    }
    return fewest;
  }

  void write(Sink sink) {
    if (prediction == Prediction.LINE) {
      sink.signed(slope);
    }
    for (int i = 0; i < blocks.length; i++) {
      int from = i * MiniBlock.SIZE;
      blocks[i].write(sink, residuals, from, end(from, residuals.length));
    }
  }

  /** The numbers themselves. */
  static long[] read(Source source, Prediction prediction, int count) throws DamagedBlock {
    long slope = prediction == Prediction.LINE ? source.signed() : 0;
    long[] numbers = new long[count];
    for (int from = 0; from < count; from += MiniBlock.SIZE) {
      MiniBlock.read(source, numbers, from, end(from, count));
    }
    prediction.restore(numbers, slope);
    return numbers;
  }

  private static Residuals of(Prediction prediction, long slope, long[] numbers) {
    long[] residuals = prediction.residuals(numbers, slope);
    MiniBlock[] blocks = new MiniBlock[(residuals.length + MiniBlock.SIZE - 1) / MiniBlock.SIZE];
    long bits = prediction == Prediction.LINE ? ZigZag.bitsOf(slope) : 0;
    for (int i = 0; i < blocks.length; i++) {
      int from = i * MiniBlock.SIZE;
      blocks[i] = MiniBlock.shortest(residuals, from, end(from, residuals.length));
      bits += blocks[i].bits();
    }
    return new Residuals(prediction, slope, residuals, blocks, bits);
  }

  private static int end(int from, int count) {
    return Math.min(from + MiniBlock.SIZE, count);
  }
}
