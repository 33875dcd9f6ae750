package io.updraft.telemetry.block;

import io.updraft.telemetry.domain.Series;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A sealed block: series of one device in compressed columns, as the bytes of one attribute. It
 * never changes. A single point takes about 30 bytes and the name of its metric; in thousands a
 * gauge with jittered times takes one to two bytes a point.
 *
 * <p>Shape: a head (version; timelines, each with how many, first and last time; sections, each
 * with the name of its metric and its timeline; lengths and checksums of the parts; a checksum of
 * all this), then the parts: what is between the ends of each timeline, and the values of each
 * section. Numbers are little-endian or of seven bits a byte; checksums are CRC-32C.
 */
public final class Block {
  /** Points of one metric. */
  public static final int MOST_POINTS = 1 << 16;

  private final List<Section> sections;

  private Block(List<Section> sections) {
    this.sections = List.copyOf(sections);
  }

  /**
   * The bytes of a block with these series. Whatever a series holds comes back exactly.
   *
   * @throws IllegalArgumentException where there are no series, two of one metric, one of more than
   *     {@value #MOST_POINTS} points, or one of more than 16 MiB of different texts
   */
  public static byte[] seal(Collection<Series> series) {
    BlockSink sink = new BlockSink();
    series.forEach(sink::add);
    return sink.seal();
  }

  /**
   * Reads the head only; each section is read when it is asked for its points. The bytes are
   * copied.
   *
   * @throws DamagedBlock where the head is not as it was, or bytes are missing or too many
   */
  public static Block open(byte[] bytes) throws DamagedBlock {
    return new Block(BlockSource.sections(bytes.clone()));
  }

  /** In the order in which they were given, each of another metric. */
  public List<Section> sections() {
    return sections;
  }

  public Optional<Section> section(String metric) {
    return sections.stream().filter(section -> section.metric().equals(metric)).findFirst();
  }
}
