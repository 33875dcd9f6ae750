package io.updraft.local.stream;

import io.updraft.template.StreamTrigger;
import io.updraft.template.Table;
import io.updraft.template.Template;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * The stream records in dynoxide's database, put in order while it is stopped. It finds the next
 * sequence number of a stream by looking through its records, and never deletes any: without an
 * index and with old records every write gets slower.
 */
public final class StreamJournal {
  private static final String INDEX =
      """
      CREATE INDEX IF NOT EXISTS updraft_stream_order
      ON _stream_records(table_name, CAST(sequence_number AS INTEGER))""";

  /** The newest record stays in any case, since the next sequence number comes from it. */
  private static final String TRIM =
      """
      DELETE FROM _stream_records
      WHERE table_name = ?1
        AND CAST(sequence_number AS INTEGER) <= ?2
        AND CAST(sequence_number AS INTEGER) < (
          SELECT MAX(CAST(sequence_number AS INTEGER)) FROM _stream_records
          WHERE table_name = ?1)""";

  private final Path database;
  private final Checkpoints checkpoints;

  /**
   * The records in this file, which the server has made.
   *
   * @param checkpoints folder of the readers' checkpoints
   */
  public StreamJournal(Path database, Path checkpoints) {
    this.database = database;
    this.checkpoints = new Checkpoints(checkpoints);
  }

  /** Makes the index, and deletes what every reader of the template has passed. */
  public void prepare(Template template) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute(INDEX);
      for (Table table : template.tables().values()) {
        trim(connection, table, readers(template, table));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database " + database + " can't be prepared", e);
    }
  }

  private void trim(Connection connection, Table table, List<String> readers) throws SQLException {
    Optional<String> arn = streamArn(connection, table);
    if (arn.isEmpty()) {
      return;
    }
    try (PreparedStatement trim = connection.prepareStatement(TRIM)) {
      trim.setString(1, table.name());
      trim.setLong(2, passedByAll(readers, arn.get()));
      trim.executeUpdate();
    }
  }

  private long passedByAll(List<String> readers, String arn) {
    return readers.stream()
        .mapToLong(reader -> checkpoints.find(reader, arn).map(Long::parseLong).orElse(0L))
        .min()
        .orElse(Long.MAX_VALUE);
  }

  private static List<String> readers(Template template, Table table) {
    return template.functions().values().stream()
        .map(function -> function.triggers(StreamTrigger.class))
        .flatMap(List::stream)
        .filter(trigger -> trigger.table().equals(table.id()))
        .map(StreamPoller::readerName)
        .toList();
  }

  private static Optional<String> streamArn(Connection connection, Table table)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT stream_label FROM _tables WHERE table_name = ?")) {
      query.setString(1, table.name());
      try (ResultSet row = query.executeQuery()) {
        return row.next() && row.getString(1) != null
            ? Optional.of(
                "arn:aws:dynamodb:dynoxide:000000000000:table/%s/stream/%s"
                    .formatted(table.name(), row.getString(1)))
            : Optional.empty();
      }
    }
  }
}
