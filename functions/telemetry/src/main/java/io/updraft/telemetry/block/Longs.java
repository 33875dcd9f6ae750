package io.updraft.telemetry.block;

import java.util.Arrays;

/**
 * A column of whole numbers. A byte tells its shape: all the same; or differences to a {@link
 * Prediction}, in mini blocks, of the distances to the first number, divided by what divides them
 * all; or runs, as a column of values and one of lengths. A single number has no such byte, and how
 * many numbers there are is known from elsewhere.
 */
final class Longs {
  /** The other shapes are the codes of {@link Prediction}. */
  private static final int SAME = 0;

  private static final int RUNS = 8;

  private Longs() {}

  static void write(Sink sink, long[] numbers) {
    Sink plain = plain(numbers);
    int runs = runs(numbers);
    // Shorter runs than four are not worth the trial.
    if (runs > 1 && runs <= numbers.length / 4) {
      Sink inRuns = inRuns(numbers, runs);
      sink.append(inRuns.size() < plain.size() ? inRuns : plain);
    } else {
      sink.append(plain);
    }
  }

  static long[] read(Source source, int count) throws DamagedBlock {
    if (count == 0) {
      return new long[0];
    }
    int shape = count == 1 ? SAME : source.octet();
    return shape == RUNS ? readRuns(source, count) : readPlain(source, shape, count);
  }

  private static Sink plain(long[] numbers) {
    Sink sink = new Sink();
    if (numbers.length == 1) {
      sink.signed(numbers[0]);
    } else if (numbers.length > 1) {
      writePlain(sink, numbers);
    }
    return sink;
  }

  private static void writePlain(Sink sink, long[] numbers) {
    if (runs(numbers) == 1) {
      sink.octet(SAME);
      sink.signed(numbers[0]);
    } else {
      Distances distances = Distances.in(numbers);
      Residuals residuals = Residuals.fewestBits(distances.multiples());
      sink.octet(residuals.prediction().code);
      sink.signed(numbers[0]);
      sink.number(distances.unit());
      residuals.write(sink);
    }
  }

  private static long[] readPlain(Source source, int shape, int count) throws DamagedBlock {
    long first = source.signed();
    if (shape == SAME) {
      long[] numbers = new long[count];
      Arrays.fill(numbers, first);
      return numbers;
    }
    Prediction prediction = Prediction.of(shape);
    long unit = source.number();
    return new Distances(unit, Residuals.read(source, prediction, count - 1)).from(first);
  }

  private static int runs(long[] numbers) {
    int runs = numbers.length == 0 ? 0 : 1;
    for (int i = 1; i < numbers.length; i++) {
      runs += numbers[i] == numbers[i - 1] ? 0 : 1;
    }
    return runs;
  }

  private static Sink inRuns(long[] numbers, int runs) {
    long[] values = new long[runs];
    long[] lengths = new long[runs];
    int run = -1;
    for (int i = 0; i < numbers.length; i++) {
      if (i == 0 || numbers[i] != numbers[i - 1]) {
        values[++run] = numbers[i];
      }
      lengths[run]++;
    }
    return inRuns(values, lengths);
  }

  private static Sink inRuns(long[] values, long[] lengths) {
    Sink sink = new Sink();
    sink.octet(RUNS);
    sink.number(values.length);
    sink.append(plain(values));
    sink.append(plain(lengths));
    return sink;
  }

  private static long[] readRuns(Source source, int count) throws DamagedBlock {
    int runs = source.count(count);
    long[] values = readRun(source, runs);
    long[] lengths = readRun(source, runs);
    long[] numbers = new long[count];
    int at = 0;
    for (int run = 0; run < runs; run++) {
      int end = at + length(lengths[run], count - at);
      Arrays.fill(numbers, at, end, values[run]);
      at = end;
    }
    return complete(numbers, at);
  }

  /** Without runs of its own, so that nothing can be nested without end. */
  private static long[] readRun(Source source, int runs) throws DamagedBlock {
    return runs == 0 ? new long[0] : readPlain(source, runs == 1 ? SAME : source.octet(), runs);
  }

  private static int length(long length, int most) throws DamagedBlock {
    if (length < 1 || length > most) {
      throw new DamagedBlock("a run has an impossible length");
    }
    return (int) length;
  }

  private static long[] complete(long[] numbers, int filled) throws DamagedBlock {
    if (filled != numbers.length) {
      throw new DamagedBlock("runs do not fill their column");
    }
    return numbers;
  }
}
