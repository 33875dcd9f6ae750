package io.updraft.telemetry.block;

import io.updraft.telemetry.domain.Series;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gathers series and writes them as a block. */
final class BlockSink {
  static final int VERSION = 1;

  private final Dictionary<LongBuffer> timelines = new Dictionary<>();
  private final List<Sink> parts = new ArrayList<>();
  private final Set<String> metrics = new HashSet<>();
  private final Sink announcedSections = new Sink();

  void add(Series series) {
    require(metrics.add(series.metric()), "two series of one metric: " + series.metric());
    require(series.points().size() <= Block.MOST_POINTS, "too many points for a block");
    int timeline = timelines.place(LongBuffer.wrap(Timeline.of(series.points())));
    Sink values = Section.values(series);
    announcedSections.text(series.metric());
    announcedSections.number(timeline);
    Part.announce(announcedSections, values);
    parts.add(values);
  }

  byte[] seal() {
    require(!metrics.isEmpty(), "a block has at least one series");
    Sink block = new Sink();
    Sink between = new Sink();
    block.octet(VERSION);
    block.number(timelines.entries().size());
    timelines.entries().forEach(times -> write(block, between, times.array()));
    block.number(metrics.size());
    block.append(announcedSections);
    block.checksum(block.checksum());
    block.append(between);
    parts.forEach(block::append);
    return block.toBytes();
  }

  private static void write(Sink head, Sink parts, long[] times) {
    Sink between = Timeline.between(times);
    Timeline.announce(head, times);
    Part.announce(head, between);
    parts.append(between);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
