#include "picture.h"

#include <opencv2/imgcodecs.hpp>

#include <cstring>

namespace adversa {

Picture decode_webp(const uint8_t* bytes, int64_t n, int width, int height, int x, int y, unsigned ground) {
    static const bool single = (cv::setNumThreads(1), true);                             // training owns the cores
    static_cast<void>(single);
    const cv::Mat file(1, static_cast<int>(n), CV_8UC1, const_cast<uint8_t*>(bytes));
    const cv::Mat frame = cv::imdecode(file, cv::IMREAD_UNCHANGED);
    if (frame.empty() || frame.depth() != CV_8U) throw std::runtime_error("the WebP decoder found no picture");
    const int step = frame.channels();
    if ((step != 3 && step != 4) || x < 0 || y < 0 || frame.cols > width - x || frame.rows > height - y)
        throw std::runtime_error("the WebP decoder found a picture of another size");

    Picture picture = Picture::empty(width, height, 3);
    if (frame.cols != width || frame.rows != height) std::memset(picture.owned.get(), static_cast<int>(ground), picture.stride() * height);
    for (int r = 0; r < frame.rows; r++) {
        const uint8_t* from = frame.ptr(r);
        uint8_t* to = picture.row(y + r) + 3 * static_cast<size_t>(x);
        for (int i = 0; i < frame.cols; i++, from += step, to += 3) {
            const unsigned alpha = step == 4 ? from[3] : 255;
            for (int c = 0; c < 3; c++) to[c] = static_cast<uint8_t>((2 * (alpha * from[2 - c] + ground * (255 - alpha)) + 255) / 510);   // OpenCV keeps blue first
        }
    }
    return picture;
}

}  // namespace adversa
