package io.updraft.firmware.domain;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** Where a client puts the bytes. */
public sealed interface Addresses {
  /** One PUT, of exactly the declared length, with these headers. */
  record Single(URI url, Map<String, String> headers) implements Addresses {}

  /**
   * A PUT for each part.
   *
   * @param partSize bytes of every part but the last
   */
  record Multipart(long partSize, List<PartAddress> parts) implements Addresses {
    public Multipart {
      parts = List.copyOf(parts);
    }
  }

  /** Where one part goes; parts count from 1. */
  record PartAddress(int number, URI url) {}
}
