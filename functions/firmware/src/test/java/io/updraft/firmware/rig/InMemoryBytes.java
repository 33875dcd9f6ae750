package io.updraft.firmware.rig;

import io.updraft.firmware.domain.Addresses;
import io.updraft.firmware.domain.Digests;
import io.updraft.firmware.domain.Firmware;
import io.updraft.firmware.domain.IncomingBytes;
import io.updraft.firmware.domain.KeptBytes;
import io.updraft.firmware.domain.Place;
import io.updraft.firmware.domain.Ticket;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Both places of bytes in memory; the version of an object is its MD5, as in the store. */
public final class InMemoryBytes implements IncomingBytes, KeptBytes {
  public final Map<Place, byte[]> incoming = new HashMap<>();
  public final Map<String, byte[]> kept = new HashMap<>();
  private Runnable afterRead = () -> {};
  private Runnable afterKeep = () -> {};

  @Override
  public String openMultipart(Place place) {
    return "multipart";
  }

  @Override
  public Addresses addresses(Ticket ticket, long size, Parts parts) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Assembly assemble(Ticket ticket, long size, List<Part> parts) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<String> version(Place place) {
    return Optional.ofNullable(incoming.get(place)).map(bytes -> Digests.of(bytes).md5());
  }

  @Override
  public <T> Optional<T> read(Place place, String version, Reader<T> reader) {
    if (!version(place).equals(Optional.of(version))) {
      return Optional.empty();
    }
    try {
      T read = reader.read(new ByteArrayInputStream(incoming.get(place)));
      once(() -> afterRead, () -> afterRead = () -> {});
      return Optional.of(read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void discard(Place place, Optional<String> multipartId) {
    incoming.remove(place);
  }

  @Override
  public String key(Firmware firmware) {
    return firmware.firmwareId() + "/" + firmware.declaration().filename();
  }

  @Override
  public boolean keep(Place place, String version, Firmware firmware, Digests digests) {
    if (!version(place).equals(Optional.of(version))) {
      return false;
    }
    kept.put(key(firmware), incoming.get(place));
    once(() -> afterKeep, () -> afterKeep = () -> {});
    return true;
  }

  @Override
  public void store(byte[] bytes, Firmware firmware, Digests digests) {
    kept.put(key(firmware), bytes);
  }

  @Override
  public void remove(String key) {
    kept.remove(key);
  }

  /** What happens once, right after the next reading of what arrived. */
  public void afterRead(Runnable meanwhile) {
    this.afterRead = meanwhile;
  }

  /** What happens once, right after the next copy. */
  public void afterKeep(Runnable meanwhile) {
    this.afterKeep = meanwhile;
  }

  private static void once(Supplier<Runnable> what, Runnable forget) {
    Runnable now = what.get();
    forget.run();
    now.run();
  }
}
