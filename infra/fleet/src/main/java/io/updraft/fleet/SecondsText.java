package io.updraft.fleet;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of seconds, which may have a fraction. */
final class SecondsText implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    if (!text.matches("\\d{1,7}(\\.\\d{1,3})?")) {
      throw new TypeConversionException("'" + text + "' is not a number of seconds");
    }
    return Duration.ofMillis(Math.round(Double.parseDouble(text) * 1_000));
  }
}
