/** What is left to settle with the device service is settled. */
@NullMarked
package io.updraft.device.sync;

import org.jspecify.annotations.NullMarked;
