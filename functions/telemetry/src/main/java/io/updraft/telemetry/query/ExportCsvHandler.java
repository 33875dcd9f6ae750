package io.updraft.telemetry.query;

import io.updraft.device.published.DeviceIds;
import io.updraft.http.Filters;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;
import io.updraft.telemetry.domain.PointLimits;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code GET /api/v1/telemetry/export/csv}: points as one answer holds them. */
final class ExportCsvHandler implements Operation {
  private static final int MOST_TEXT = 4_000;

  private final ExportCsv exportCsv;

  ExportCsvHandler(ExportCsv exportCsv) {
    this.exportCsv = exportCsv;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    Question question = question(request);
    return switch (exportCsv.export(question)) {
      case ExportCsv.Outcome.Exported(String csv, int damaged) ->
          new HttpResponse(
              200,
              Map.of(
                  "content-type", "text/csv; charset=utf-8",
                  "content-disposition", "attachment; filename=\"telemetry.csv\"",
                  "x-damaged-blocks", Integer.toString(damaged)),
              csv.getBytes(StandardCharsets.UTF_8));
      case ExportCsv.Outcome.TooLarge() ->
          throw Problem.tooLarge(
                  "Narrow the range of time, or ask for fewer devices or metrics: an export holds"
                      + " 5 MB.")
              .exception();
    };
  }

  private static Question question(HttpRequest request) {
    Filters filters = request.filters();
    List<String> metrics =
        filters.required(
            "metric_names", names(filters, "metric_names", ExportCsvHandler::isMetric), List.of());
    List<String> devices = names(filters, "device_ids", DeviceIds::isId).orElse(List.of());
    Parameters.Range range = Parameters.range(filters);
    filters.throwIfInvalid();
    return new Question(
        request.caller().organization(), metrics, devices, range.from(), range.to(), Map.of());
  }

  /** A parameter that is repeated, or one with commas between the names. */
  private static Optional<List<String>> names(
      Filters filters, String parameter, Predicate<String> legal) {
    return filters.parsed(
        parameter,
        MOST_TEXT,
        given ->
            Optional.of(Arrays.stream(given.split(",", -1)).map(String::strip).toList())
                .filter(names -> names.stream().allMatch(legal)),
        "must be names, repeated or with commas between them");
  }

  private static boolean isMetric(String name) {
    return PointLimits.metric(name).isPresent();
  }
}
