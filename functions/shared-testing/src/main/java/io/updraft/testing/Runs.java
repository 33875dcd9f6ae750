package io.updraft.testing;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Names that no other run of tests has on the same endpoint. */
final class Runs {
  private Runs() {}

  /** In lower case, as names of buckets have to be. */
  static String name() {
    return "updraft-test-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
  }
}
