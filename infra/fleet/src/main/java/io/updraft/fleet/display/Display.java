package io.updraft.fleet.display;

import java.io.PrintStream;
import java.time.Duration;

/** Shows how it goes while it goes. */
public interface Display {
  /** To be called several times a second; shows what has changed since it last did. */
  void show(Snapshot snapshot);

  /** A block that is drawn again and again in its place. */
  static Display onTerminal(PrintStream out) {
    return new Paced(Duration.ofMillis(500), new Block(out));
  }

  /** A line now and then, for logs. */
  static Display inLines(PrintStream out) {
    return new Paced(Duration.ofSeconds(5), new Lines(out));
  }
}
