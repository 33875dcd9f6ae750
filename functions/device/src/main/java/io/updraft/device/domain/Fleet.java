package io.updraft.device.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All devices of an organization, for deletions that somebody else has decided and announced. */
public interface Fleet {
  /**
   * Takes the device out of the registry without announcing it, unless it has unfinished updates,
   * or is not the one any more that was read.
   *
   * @return whether it is out
   */
  boolean forget(Device read);

  /** The next devices; the list may be a moment behind. */
  Page browse(String organization, @Nullable String after, int limit);

  /**
   * One page.
   *
   * @param next where to continue, or null at the end
   */
  record Page(List<Device> devices, @Nullable String next) {
    public Page {
      devices = List.copyOf(devices);
    }
  }
}
