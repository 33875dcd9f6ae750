package io.updraft.telemetry.block;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the head of a block. What it announces stands behind it, part by part, up to the end. */
final class BlockSource {
  /** What is announced before it is known where the first part begins. */
  private record Announced(int length, int checksum) {
    static Announced read(Source head) throws DamagedBlock {
      int length = head.count(head.remaining());
      return new Announced(length, length == 0 ? 0 : head.checksum());
    }
  }

  private record Times(int count, long first, long last, Announced part) {}

  private record Metric(String name, int timeline, Announced part) {}

  private final byte[] block;
  private final Source head;
  private int nextPart;

  private BlockSource(byte[] block) {
    this.block = block;
    this.head = Source.of(block, 0, block.length);
  }

  static List<Section> sections(byte[] block) throws DamagedBlock {
    return new BlockSource(block).read();
  }

  private List<Section> read() throws DamagedBlock {
    require(head.octet() == BlockSink.VERSION, "a block of an unknown version");
    List<Times> times = new ArrayList<>();
    for (int left = head.count(head.remaining()); left > 0; left--) {
      times.add(times());
    }
    List<Metric> metrics = new ArrayList<>();
    for (int left = head.count(head.remaining()); left > 0; left--) {
      metrics.add(metric(times.size()));
    }
    int checksum = head.checksumSoFar();
    require(head.checksum() == checksum, "the head has another checksum");
    return sections(times, metrics);
  }

  private Times times() throws DamagedBlock {
    int count = head.count(Block.MOST_POINTS);
    int zeros = head.count(Scale.MOST_PLACES);
    long first = head.signed() * Scale.wholePower(zeros);
    long last = first + head.number() * Scale.wholePower(zeros);
    require(count == 1 ? first == last : count > 1 && first < last, "impossible times");
    return new Times(count, first, last, Announced.read(head));
  }

  private Metric metric(int timelines) throws DamagedBlock {
    String name = head.text();
    int timeline = head.count(timelines - 1);
    return new Metric(name, timeline, Announced.read(head));
  }

  private List<Section> sections(List<Times> times, List<Metric> metrics) throws DamagedBlock {
    nextPart = head.at();
    List<Timeline> timelines = new ArrayList<>();
    for (Times each : times) {
      timelines.add(new Timeline(each.count, each.first, each.last, part(each.part)));
    }
    List<Section> sections = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Metric metric : metrics) {
      require(names.add(metric.name), "two sections of one metric");
      sections.add(new Section(metric.name, timelines.get(metric.timeline), part(metric.part)));
    }
    require(nextPart == block.length && !sections.isEmpty(), "bytes are missing or too many");
    return sections;
  }

  private Part part(Announced announced) throws DamagedBlock {
    require(announced.length <= block.length - nextPart, "bytes are missing at the end");
    Part part = new Part(block, nextPart, announced.length, announced.checksum);
    nextPart += announced.length;
    return part;
  }

  private static void require(boolean holds, String otherwise) throws DamagedBlock {
    if (!holds) {
      throw new DamagedBlock(otherwise);
    }
  }
}
