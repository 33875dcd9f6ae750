package io.updraft.telemetry.export;

import io.updraft.device.published.DeviceIds;
import io.updraft.http.Filters;
import io.updraft.http.HttpRequest;
import io.updraft.http.HttpResponse;
import io.updraft.http.Operation;
import io.updraft.http.Problem;
import io.updraft.telemetry.domain.PointLimits;
import io.updraft.telemetry.reading.Parameters;
import io.updraft.telemetry.reading.Question;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * {@code GET /api/v1/telemetry/export/csv}: points as one answer holds them, or the export that
 * writes them to a file.
 */
final class ExportCsvHandler implements Operation {
  private static final int MOST_TEXT = 4_000;
  private static final Duration COME_BACK = Duration.ofMinutes(1);
  private static final String LOOK_AGAIN_SECONDS = "5";

  private final ExportCsv exportCsv;
  private final BeginExport beginExport;

  ExportCsvHandler(ExportCsv exportCsv, BeginExport beginExport) {
    this.exportCsv = exportCsv;
    this.beginExport = beginExport;
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    Question question = question(request);
    return switch (exportCsv.export(question)) {
      case ExportCsv.Outcome.Exported(CsvPart csv, int damaged) ->
          new HttpResponse(
              200,
              Map.of(
                  "content-type", "text/csv; charset=utf-8",
                  "content-disposition", "attachment; filename=\"telemetry.csv\"",
                  "x-damaged-blocks", Integer.toString(damaged)),
              csv.bytes());
      case ExportCsv.Outcome.TooLarge() -> begun(question, request.caller().user());
    };
  }

  private HttpResponse begun(Question question, String requestedBy) {
    Export export =
        beginExport
            .begin(question, requestedBy)
            .orElseThrow(
                () ->
                    Problem.rateLimited(
                            "%d exports run; wait until one of them has ended."
                                .formatted(BeginExport.MOST_RUNNING),
                            COME_BACK)
                        .exception());
    return HttpResponse.json(202, ExportView.running(export))
        .withHeader("location", "/api/v1/telemetry/exports/" + export.exportId())
        .withHeader("retry-after", LOOK_AGAIN_SECONDS);
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
