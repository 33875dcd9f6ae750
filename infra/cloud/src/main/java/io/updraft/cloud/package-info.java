/** The system in the cloud: template.yaml, and what a company needs around it. */
@NullMarked
package io.updraft.cloud;

import org.jspecify.annotations.NullMarked;
