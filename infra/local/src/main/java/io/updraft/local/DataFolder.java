package io.updraft.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;

/** The folder in which one runtime, and never two, keeps everything. */
final class DataFolder implements AutoCloseable {
  private static final FileAttribute<Set<PosixFilePermission>> OWN_FOLDER = own("rwx------");
  private static final FileAttribute<Set<PosixFilePermission>> OWN_FILE = own("rw-------");

  private final Path root;
  private final FileChannel lock;

  private DataFolder(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Opens the folder, which is made if it is not there.
   *
   * @throws IllegalStateException where another runtime uses it
   */
  static DataFolder open(Path root) {
    try {
      Files.createDirectories(root, OWN_FOLDER);
      FileChannel lock =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isTaken(lock)) {
        lock.close();
        throw new IllegalStateException(
            "%s is in use by another runtime. Stop it, or choose another folder with --data."
                .formatted(root));
      }
      return new DataFolder(root, lock);
    } catch (IOException e) {
      throw new UncheckedIOException("the data folder can't be used: " + e.getMessage(), e);
    }
  }

  /** Where the operating system is asked, so that the lock ends with the process. */
  private static boolean isTaken(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() == null;
    } catch (OverlappingFileLockException inThisProcess) {
      return true;
    }
  }

  /** A folder within, which is made if it is not there. */
  Path folder(String name) {
    try {
      return Files.createDirectories(root.resolve(name), OWN_FOLDER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An empty log file. */
  Path log(String name) {
    Path log = folder("logs").resolve(name + ".log");
    try {
      Files.writeString(log, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return log;
  }

  Path file(String name) {
    return root.resolve(name);
  }

  /** What is kept under this name; made the first time. */
  String kept(String name, Supplier<String> maker) {
    Path file = root.resolve(name);
    try {
      if (!Files.exists(file)) {
        write(name, maker.get());
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file that only its owner can read, whole or not at all. */
  void write(String name, String content) {
    Path part = root.resolve(name + ".part");
    try {
      Files.deleteIfExists(part);
      Files.createFile(part, OWN_FILE);
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
        channel.force(true);
      }
      Files.move(part, root.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(String name) {
    try {
      Files.deleteIfExists(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> own(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }
}
