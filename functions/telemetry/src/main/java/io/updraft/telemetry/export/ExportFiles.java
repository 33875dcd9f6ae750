package io.updraft.telemetry.export;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Keeps the files of exports: each put together of parts. */
public interface ExportFiles {
  /** At least so many bytes has each part but the last. */
  int SMALLEST_PART = 5 << 20;

  /** Begins a file; returns the id of the upload. */
  String begin(Export export);

  /**
   * Writes a part, in place of one with its number.
   *
   * @param number from 1 on
   * @return its entity tag
   */
  String put(Export export, String uploadId, int number, byte[] part);

  /** Puts the parts together. Repeated, it changes nothing; false where they are not there. */
  boolean complete(Export export, String uploadId, List<String> parts);

  /** Removes what there is of a file. */
  void discard(Export export);

  /** An address under which a complete file can be fetched without credentials. */
  URI url(Export export, Duration validity);
}
