package io.updraft.telemetry;

import io.updraft.lambda.DependencyUnavailable;
import io.updraft.telemetry.export.Export;
import io.updraft.telemetry.export.ExportFiles;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Files of exports in memory, with a store that can be away. */
public final class ExportedFiles implements ExportFiles {
  private final Map<String, Map<Integer, byte[]>> open = new HashMap<>();
  private final Map<String, byte[]> complete = new HashMap<>();
  private int failing;

  /** The next so many calls that write find the store away. */
  public void away(int calls) {
    failing = calls;
  }

  @Override
  public String begin(Export export) {
    reach();
    String upload = "upload-" + open.size();
    open.put(upload, new TreeMap<>());
    return upload;
  }

  @Override
  public String put(Export export, String uploadId, int number, byte[] part) {
    reach();
    Objects.requireNonNull(open.get(uploadId), uploadId).put(number, part);
    return "part-" + number;
  }

  @Override
  public boolean complete(Export export, String uploadId, List<String> parts) {
    reach();
    Map<Integer, byte[]> written = open.remove(uploadId);
    if (written != null && written.size() == parts.size()) {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      written.values().forEach(file::writeBytes);
      complete.put(export.exportId(), file.toByteArray());
    }
    return complete.containsKey(export.exportId());
  }

  @Override
  public void discard(Export export) {
    open.remove(export.progress().uploadId());
  }

  /** Removes the parts of all files that are not complete. */
  public void lose() {
    open.clear();
  }

  public int unfinished() {
    return open.size();
  }

  @Override
  public URI url(Export export, Duration validity) {
    return URI.create("memory:%s?%d".formatted(export.exportId(), validity.toMinutes()));
  }

  public String text(String exportId) {
    return new String(
        Objects.requireNonNull(complete.get(exportId), exportId), StandardCharsets.UTF_8);
  }

  private void reach() {
    if (failing > 0) {
      failing--;
      throw new DependencyUnavailable("The object store", Duration.ofSeconds(1), null);
    }
  }
}
