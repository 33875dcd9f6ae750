package io.updraft.lambda.log;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMDCAdapter;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * What slf4j finds in a function. Standard output is where Lambda takes logs from, and {@code
 * LOG_LEVEL} ({@code info}) is the least level that is written. Larger backends took as much of a
 * cold start as the AWS SDK: docs/adr/0023.
 */
public final class JsonLog implements SLF4JServiceProvider {
  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final MDCAdapter context = new BasicMDCAdapter();
  private final Map<String, Logger> loggers = new ConcurrentHashMap<>();
  private final LogLines lines;
  private final Level least;

  /** Made by slf4j. */
  @SuppressWarnings("SystemOut")
  public JsonLog() {
    this(() -> System.out, System.getenv().getOrDefault("LOG_LEVEL", ""));
  }

  /**
   * @param level its name in any case; another text means {@code info}
   */
  JsonLog(Supplier<PrintStream> out, String level) {
    this.lines = new LogLines(out, context);
    this.least = level(level);
  }

  private static Level level(String name) {
    for (Level level : Level.values()) {
      if (level.name().equalsIgnoreCase(name.strip())) {
        return level;
      }
    }
    return Level.INFO;
  }

  @Override
  public ILoggerFactory getLoggerFactory() {
    return name -> loggers.computeIfAbsent(name, each -> new JsonLogger(each, least, lines));
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return context;
  }

  @Override
  public String getRequestedApiVersion() {
    return "2.0";
  }

  @Override
  public void initialize() {
    // All of it is made in the constructor.
  }
}
