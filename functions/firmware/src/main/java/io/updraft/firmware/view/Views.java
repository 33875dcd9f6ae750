package io.updraft.firmware.view;

import io.updraft.firmware.domain.Figures;
import io.updraft.firmware.domain.Firmware;
import io.updraft.firmware.domain.Shelf;
import io.updraft.http.HttpRequest;
import io.updraft.http.Problem;
import java.util.List;
import java.util.Map;

/** Makes views, with the figures of the firmware's updates in them. */
public final class Views {
  private final Shelf shelf;

  public Views(Shelf shelf) {
    this.shelf = shelf;
  }

  /** One firmware; half a read unit for its figures. */
  public FirmwareView of(Firmware firmware) {
    return of(List.of(firmware), firmware.organization()).getFirst();
  }

  /** Firmware of one organization, in the order given. */
  public List<FirmwareView> of(List<Firmware> firmware, String organization) {
    List<String> ids = firmware.stream().map(Firmware::firmwareId).toList();
    Map<String, Figures> figures = shelf.figures(organization, ids);
    return firmware.stream()
        .map(f -> FirmwareView.of(f, figures.getOrDefault(f.firmwareId(), Figures.NONE)))
        .toList();
  }

  /** The 404 of an id that stands for nothing in the caller's organization. */
  public static Problem notFound(HttpRequest request) {
    return Problem.notFound("firmware", request.path("firmware_id"));
  }
}
