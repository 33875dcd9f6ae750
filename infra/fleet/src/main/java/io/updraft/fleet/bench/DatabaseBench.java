package io.updraft.fleet.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;

/** What the database server takes alone: puts of items as the runtime makes them of batches. */
final class DatabaseBench {
  private final BenchOptions options;
  private final Target target;

  DatabaseBench(BenchOptions options, Target target) {
    this.options = options;
    this.target = target;
  }

  /**
   * Puts one after the other into a table of its own.
   *
   * @param points of the batch whose item is taken as the model
   */
  Measurement puts(int points) throws IOException, InterruptedException {
    try (Wire wire = new Wire(target.database())) {
      Database database = new Database(wire);
      ObjectNode model = database.itemWith(database.table("Arrivals"), "points", points);
      String table = "bench-" + System.currentTimeMillis();
      database.create(table);
      try {
        return measured(table, model);
      } finally {
        database.drop(table);
      }
    }
  }

  private Measurement measured(String table, ObjectNode model)
      throws IOException, InterruptedException {
    Load load = new Load(target.database(), options.connections);
    ProcessCosts costs = target.databaseCosts();
    Load.Result _ = load.during(options.warmUp.dividedBy(2), put(table, model, "warm-up"));
    double before = costs.cpuSeconds();
    Load.Result result = load.during(options.time.dividedBy(2), put(table, model, "put"));
    String what = "puts of %,d B".formatted(bytes(model));
    return Measurement.of(what, result, costs.cpuSeconds() - before);
  }

  private Load.Work put(String table, ObjectNode model, String prefix) {
    return (wire, number) -> {
      ObjectNode item = model.deepCopy();
      item.putObject("pk").put("S", "bench#" + number % options.devices);
      item.putObject("sk").put("S", prefix + number);
      var _ = new Database(wire).call("PutItem", Map.of("TableName", table, "Item", item));
    };
  }

  /** Of the block alone, which is nearly all of it; base64 has a third more. */
  private static int bytes(ObjectNode item) {
    return item.path("block").path("B").asText().length() * 3 / 4;
  }
}
