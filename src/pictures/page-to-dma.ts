import { arrow, band, box, label, lines, type Picture, stroke } from './draw.ts';

/** The three addresses of a buffer, and who owns it between mapping and unmapping. */
export function drawPageToDma(): Picture {
  return {
    title: 'From a page to DMA',
    height: 452,
    drawing:
      label(0, 16, 'the same bytes under three addresses', 's') +
      box(4, 28, 146, 62, ['virtual', '`void *`', 'for the CPU']) +
      box(167, 28, 146, 62, ['`struct page`', '`phys_addr_t`', 'in memory']) +
      box(330, 28, 146, 62, ['`dma_addr_t`', 'on the bus', 'for the device'], 'o') +
      arrow([
        [150, 59],
        [167, 59],
      ]) +
      arrow([
        [313, 59],
        [330, 59],
      ]) +
      lines(77, 108, ['`kmalloc()`'], 'c') +
      lines(240, 108, ['`virt_to_page()`'], 'c') +
      lines(403, 108, ['`dma_map_single()`'], 'c') +
      band(0, 126, 480, 148) +
      label(8, 144, 'what mapping does, as the device needs', 's') +
      box(8, 156, 146, 48, ['nothing but an', 'offset: direct'], 'b') +
      box(167, 156, 146, 48, ['copies into a', 'bounce buffer'], 'b') +
      box(326, 156, 146, 48, ['enters it into', 'the IOMMU’s table'], 'b') +
      lines(81, 226, ['reaches the page', 'with its `dma_mask`'], 's c') +
      lines(240, 226, ['cannot reach it:', '`swiotlb_map()`'], 's c') +
      lines(399, 226, ['stands behind', 'an IOMMU'], 's c') +
      label(0, 300, 'who owns the buffer', 's') +
      stroke(
        [
          [4, 352],
          [476, 352],
        ],
        't',
      ) +
      box(4, 332, 96, 40, ['CPU fills'], 'b') +
      box(148, 332, 184, 40, ['the device owns it'], 'o') +
      box(380, 332, 96, 40, ['CPU reads'], 'b') +
      arrow([
        [124, 396],
        [124, 356],
      ]) +
      arrow([
        [356, 396],
        [356, 356],
      ]) +
      lines(124, 412, ['`dma_map_single()`,', 'then', '`dma_mapping_error()`'], 'c') +
      lines(356, 412, ['`dma_unmap_single()`, or', '`dma_sync_single_for_cpu()`', 'to look in between'], 'c'),
    words: [
      'A buffer from `kmalloc()` has a virtual address, which only CPUs understand. Behind it lies a page (`struct page`) at a physical address. What a device is told is a third address, a `dma_addr_t`, and only `dma_map_single()` or `dma_map_page()` can tell it.',
      'Where the device reaches the page with its `dma_mask` and no IOMMU stands between them, the address on the bus is the physical one, give or take an offset.',
      'Where the device cannot reach the page, its bytes are copied through a bounce buffer (`swiotlb_map()`). In 6.12 small buffers of `kmalloc()` may be bounced too where caches are not coherent.',
      'Where the device stands behind an IOMMU, the mapping is entered into its table, and the address is one that the IOMMU translates.',
      'The result is tested with `dma_mapping_error()`. From then on the device owns the buffer, and the CPU keeps its hands off until `dma_unmap_single()`; to look in between, `dma_sync_single_for_cpu()` takes it back and `dma_sync_single_for_device()` hands it over again.',
    ],
  };
}
