package io.updraft.fleet.telemetry;

import java.util.function.Supplier;

/**
 * Something that a device measures.
 *
 * @param unit empty where it has none
 * @param source of one value after the other: a number, a text, or true and false
 */
public record Signal(String metric, String unit, Supplier<Object> source) {
  public Object next() {
    return source.get();
  }

  /** The same under another name. */
  public Signal named(String other) {
    return new Signal(other, unit, source);
  }
}
