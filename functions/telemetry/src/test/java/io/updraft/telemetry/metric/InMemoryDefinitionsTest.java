package io.updraft.telemetry.metric;

class InMemoryDefinitionsTest extends DefinitionsContract {
  private final InMemoryDefinitions definitions = new InMemoryDefinitions();

  @Override
  protected MetricDefinitions definitions() {
    return definitions;
  }
}
