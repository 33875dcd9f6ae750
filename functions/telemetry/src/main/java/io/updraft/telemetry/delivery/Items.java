package io.updraft.telemetry.delivery;

import io.updraft.http.Problem;
import io.updraft.telemetry.domain.Offered;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects a delivery. */
public final class Items {
  /** As many are taken in within the time that a request has, and fit the memory. */
  public static final int MOST = 50_000;

  private static final int NAME_SHOWN = 100;

  private final List<Item> items = new ArrayList<>();

  /**
   * Adds one.
   *
   * @throws io.updraft.http.ProblemException 413 where there are too many
   */
  public void add(int place, String name, Addressee addressee, Offered offered) {
    if (items.size() == MOST) {
      throw Problem.tooLarge("Send at most %,d data points at once.".formatted(MOST)).exception();
    }
    items.add(new Item(place, shown(name), addressee, offered));
  }

  List<Item> list() {
    return Collections.unmodifiableList(items);
  }

  private static String shown(String name) {
    return name.length() <= NAME_SHOWN ? name : name.substring(0, NAME_SHOWN) + "...";
  }
}
