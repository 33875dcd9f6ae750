package io.updraft.firmware.domain;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Bytes on their way in, straight from the client to the store. A version is the store's tag of
 * what was put: other bytes, another version.
 */
public interface IncomingBytes {
  /** Opens a multipart upload and tells the store's id of it. */
  String openMultipart(Place place);

  /** Presigned addresses, made without a call. */
  Addresses addresses(Ticket ticket, long size, Parts parts);

  /**
   * Puts the parts together, if they make a file of so many bytes; done again it changes nothing.
   */
  Assembly assemble(Ticket ticket, long size, List<Part> parts);

  /** The version that is there. */
  Optional<String> version(Place place);

  /** Reads that version; empty where it is not there any more. */
  <T> Optional<T> read(Place place, String version, Reader<T> reader);

  /** Removes what has arrived, and the parts that wait; done again it changes nothing. */
  void discard(Place place, Optional<String> multipartId);

  /** What is to be done with the bytes. */
  @FunctionalInterface
  interface Reader<T> {
    T read(InputStream bytes) throws IOException;
  }

  /** A part that a client has put. */
  record Part(int number, String etag) {}

  /** Which parts addresses are wanted for: {@code count} of them from number {@code first}. */
  record Parts(int first, int count) {}

  /** What became of the parts. */
  enum Assembly {
    ASSEMBLED,
    /** One is missing, too small, or of another tag; what was put stays there. */
    PARTS_DO_NOT_FIT
  }
}
