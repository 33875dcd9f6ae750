package io.updraft.local.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * How far each reader of a stream has come: a file a reader, with the stream's ARN and the sequence
 * number of the last record that is done. A table that was made anew has another ARN, so an old
 * checkpoint does not hide its records.
 */
final class Checkpoints {
  private final Path folder;

  Checkpoints(Path folder) {
    this.folder = folder;
  }

  Optional<String> find(String reader, String streamArn) {
    try {
      String[] content = Files.readString(folder.resolve(reader)).strip().split(" ", 2);
      return content[0].equals(streamArn) && content.length == 2
          ? Optional.of(content[1])
          : Optional.empty();
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  /** Durable when it returns. */
  void save(String reader, String streamArn, String sequenceNumber) {
    Path part = folder.resolve(reader + ".part");
    try {
      write(part, streamArn + " " + sequenceNumber + "\n");
      Files.move(
          part,
          folder.resolve(reader),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
  }
}
