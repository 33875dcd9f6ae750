package io.updraft.device.published;

import java.util.List;

/** Shows updates to those that list them by id. */
public interface UpdateViews {
  /** Those that exist, eventually consistent, in the order of the ids. */
  List<UpdateView> find(String organization, List<String> updateIds);
}
