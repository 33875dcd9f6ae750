/** Devices as they behave in the field: they enrol, poll, download, install and report. */
@NullMarked
package io.updraft.fleet.device;

import org.jspecify.annotations.NullMarked;
