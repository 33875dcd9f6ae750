package io.updraft.fleet.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys of devices, kept so that a later run has them. A line each, {@code scope device key}, at
 * the end of a file that only its owner can read: a kill loses none that was used.
 */
public final class DeviceKeys {
  private final Path file;
  private final String scope;
  private final Map<String, String> keys = new ConcurrentHashMap<>();

  private DeviceKeys(Path file, String scope) {
    this.file = file;
    this.scope = scope;
  }

  /**
   * Reads what is kept.
   *
   * @param scope server and organization, since no key may be shown to another server
   */
  public static DeviceKeys open(Path file, String scope) {
    DeviceKeys keys = new DeviceKeys(file, scope);
    try {
      keys.createFile();
      Files.readAllLines(file).forEach(keys::read);
      return keys;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<String> of(String device) {
    return Optional.ofNullable(keys.get(device));
  }

  synchronized void keep(String device, String key) {
    keys.put(device, key);
    try {
      String line = scope + " " + device + " " + key + "\n";
      Files.writeString(file, line, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void createFile() throws IOException {
    if (Files.notExists(file)) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
  }

  private void read(String line) {
    String[] words = line.split(" ", -1);
    if (words.length == 3 && words[0].equals(scope)) {
      keys.put(words[1], words[2]);
    }
  }
}
