package io.updraft.device.registry;

import io.updraft.device.registry.Registry.Batch;
import io.updraft.device.registry.Registry.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists the devices that a filter lets through, in the order of the list they are found in. Reads a
 * bounded number of devices; where few match, the answer is short and tells where to go on.
 */
final class ListDevices {
  /** How many devices are looked at beyond those that an offset leaves out. */
  static final int MOST_READ = 1_000;

  private static final int BATCH = 100;

  private final Registry registry;

  ListDevices(Registry registry) {
    this.registry = registry;
  }

  /**
   * Where a list begins.
   *
   * @param after the position of the device before, or null
   * @param skip how many matching devices are still to be left out
   */
  record Start(@Nullable String after, int skip) {}

  /**
   * A page.
   *
   * @param next where to go on, or null at the end
   */
  record Listed(List<Registered> devices, @Nullable Start next) {
    Listed {
      devices = List.copyOf(devices);
    }
  }

  Listed list(String organization, Filter filter, Start start, int limit) {
    Search search = new Search(filter, start, limit);
    while (search.goesOn()) {
      search.take(registry.browse(organization, filter, search.after, search.wanted()));
    }
    return new Listed(search.found, search.next());
  }

  /** What one call has looked at so far. */
  private static final class Search {
    private final Filter filter;
    private final int limit;
    private final List<Registered> found = new ArrayList<>();
    private @Nullable String after;
    private int skip;
    private int mayRead;
    private boolean ended;

    Search(Filter filter, Start start, int limit) {
      this.filter = filter;
      this.limit = limit;
      this.after = start.after();
      this.skip = start.skip();
      this.mayRead = MOST_READ + start.skip();
    }

    boolean goesOn() {
      return !ended && found.size() < limit && mayRead > 0;
    }

    /** No more than can be shown, where every device is. */
    int wanted() {
      int most = Math.min(BATCH, mayRead);
      return filter.selective() ? most : Math.min(most, skip + limit - found.size());
    }

    void take(Batch batch) {
      mayRead -= wanted();
      for (Place place : batch.places()) {
        if (found.size() == limit) {
          return;
        }
        look(place);
      }
      after = batch.next();
      ended = batch.next() == null;
    }

    private void look(Place place) {
      after = place.position();
      if (!filter.matches(place.device().device())) {
        return;
      }
      if (skip > 0) {
        skip--;
      } else {
        found.add(place.device());
      }
    }

    @Nullable Start next() {
      return ended ? null : new Start(after, skip);
    }
  }
}
