package io.updraft.firmware.deleted;

import io.updraft.firmware.domain.Authors;
import io.updraft.firmware.wiring.TableWiring;
import io.updraft.lambda.Environment;
import io.updraft.lambda.consumed.Bookmarks;
import io.updraft.lambda.consumed.DeletionsHandler;
import io.updraft.lambda.consumed.Walk;

/** On {@code user.deleted}; invoked by {@code OutboxPull}. */
public final class FirmwareDeletionsHandler extends DeletionsHandler {
  /** Of a hundred items each: some seconds of the 30 that the function has. */
  private static final int MOST_PAGES = 20;

  public FirmwareDeletionsHandler() {
    this(new TableWiring(Environment.current()));
  }

  private FirmwareDeletionsHandler(TableWiring tables) {
    this(tables.authors(), tables.bookmarks(), MOST_PAGES);
  }

  FirmwareDeletionsHandler(Authors authors, Bookmarks bookmarks, int mostPages) {
    super(new FirmwareDeletions(authors, new Walk(bookmarks, mostPages)));
  }
}
