package io.updraft.firmware.list;

import io.updraft.firmware.domain.Shelf.Filter;
import io.updraft.firmware.published.FirmwareStatus;
import io.updraft.http.FieldError;
import io.updraft.http.HttpRequest;
import io.updraft.http.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the filters of a list from its query. */
final class FilterForm {
  private static final List<String> NAMES =
      List.of("device_model", "manufacturer", "status", "is_beta", "is_security_update", "name");

  private final HttpRequest request;
  private final List<FieldError> errors = new ArrayList<>();

  FilterForm(HttpRequest request) {
    this.request = request;
  }

  Filter read() {
    Filter filter =
        new Filter(
            text("device_model"),
            text("manufacturer"),
            text("name"),
            status(),
            flag("is_beta"),
            flag("is_security_update"));
    if (!errors.isEmpty()) {
      throw Problem.validation(errors).exception();
    }
    return filter;
  }

  /** The filters as they were given, in a fixed order. */
  Map<String, String> given() {
    Map<String, String> given = new TreeMap<>();
    NAMES.forEach(name -> request.query(name).ifPresent(value -> given.put(name, value)));
    return given;
  }

  private @Nullable String text(String name) {
    return request.query(name).filter(value -> !value.isEmpty()).orElse(null);
  }

  private @Nullable Boolean flag(String name) {
    String value = text(name);
    if (value != null && !value.equals("true") && !value.equals("false")) {
      errors.add(new FieldError(name, "must be true or false"));
    }
    return value == null ? null : value.equals("true");
  }

  private @Nullable FirmwareStatus status() {
    String value = text("status");
    if (value == null) {
      return null;
    }
    for (FirmwareStatus status : FirmwareStatus.values()) {
      if (status.wireName().equals(value)) {
        return status;
      }
    }
    String names =
        Arrays.stream(FirmwareStatus.values())
            .map(FirmwareStatus::wireName)
            .collect(Collectors.joining(", "));
    errors.add(new FieldError("status", "must be one of " + names));
    return null;
  }
}
