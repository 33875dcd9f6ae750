package io.updraft.device.registry;

import io.updraft.http.Selection;
import io.updraft.http.Selection.Selected;
import io.updraft.http.Selection.Start;

/** Lists the devices that a filter lets through, in the order of the list they are found in. */
final class ListDevices {
  private final Registry registry;

  ListDevices(Registry registry) {
    this.registry = registry;
  }

  Selected<Registered> list(String organization, Filter filter, Start start, int limit) {
    return new Selection<>(
            (after, most) -> registry.browse(organization, filter, after, most),
            found -> filter.matches(found.device()),
            filter.selective())
        .page(start, limit);
  }
}
