#include "go_asm.h"
#include "textflag.h"

DATA steps<>+0(SB)/4, $0
DATA steps<>+4(SB)/4, $1
DATA steps<>+8(SB)/4, $2
DATA steps<>+12(SB)/4, $3
DATA steps<>+16(SB)/4, $4
DATA steps<>+20(SB)/4, $5
DATA steps<>+24(SB)/4, $6
DATA steps<>+28(SB)/4, $7
GLOBL steps<>(SB), RODATA|NOPTR, $32

DATA unsigned<>+0(SB)/4, $0x7fffffff
GLOBL unsigned<>(SB), RODATA|NOPTR, $4

DATA whole<>+0(SB)/4, $1.0
GLOBL whole<>(SB), RODATA|NOPTR, $4

DATA half<>+0(SB)/4, $0.5
GLOBL half<>(SB), RODATA|NOPTR, $4

DATA rounding<>+0(SB)/4, $0x00800080
GLOBL rounding<>(SB), RODATA|NOPTR, $4

// Which bytes of eight weights go to the four channels of the pixels that VPUNPCKLBW and VPUNPCKHBW spread out.
DATA lower<>+0(SB)/8, $0x0100010001000100
DATA lower<>+8(SB)/8, $0x0504050405040504
DATA lower<>+16(SB)/8, $0x0100010001000100
DATA lower<>+24(SB)/8, $0x0504050405040504
GLOBL lower<>(SB), RODATA|NOPTR, $32

DATA upper<>+0(SB)/8, $0x0908090809080908
DATA upper<>+8(SB)/8, $0x0d0c0d0c0d0c0d0c
DATA upper<>+16(SB)/8, $0x0908090809080908
DATA upper<>+24(SB)/8, $0x0d0c0d0c0d0c0d0c
GLOBL upper<>(SB), RODATA|NOPTR, $32

// ROW leaves a form's value on a row, at the column of its origin, in all of sum. rows holds the row from that origin.
#define ROW(form, rows, sum) \
	VBROADCASTSS (form+8)(DI), sum; \
	VMULPS       rows, sum, sum;    \
	VBROADCASTSS form(DI), Y15;     \
	VADDPS       sum, Y15, sum

// ADD adds to a form's value on a row what its columns make, into Y14.
#define ADD(form, sum, columns) \
	VBROADCASTSS (form+4)(DI), Y14; \
	VMULPS       columns, Y14, Y14; \
	VADDPS       Y14, sum, Y14

// SHARE cuts Y14 to between 0 and 1.
#define SHARE \
	VMAXPS Y7, Y14, Y14; \
	VMINPS Y6, Y14, Y14

// BLEND lays the ink, spread out in Y8, over four spread out pixels, by the weights of their channels.
#define BLEND(pixels, weights) \
	VPSUBW  pixels, Y8, Y14;      \
	VPMULLW weights, Y14, Y14;    \
	VPSLLW  $8, pixels, pixels;   \
	VPADDW  Y14, pixels, pixels;  \
	VPBROADCASTD rounding<>(SB), Y14; \
	VPADDW  Y14, pixels, pixels;  \
	VPSRLW  $8, pixels, pixels

// func drawEight(l *lane)
//
// R8 row, R9 column, R10 its pixel, R11 the row's pixels, R12 the row's last column and one, R13 the image's columns.
// Y0 to Y4 off, from, to, start and end on the row; Y5 reach, Y6 ones, Y7 zeros, Y8 ink, Y9 wheel on the row.
TEXT ·drawEight(SB), NOSPLIT, $0-8
	MOVQ         l+0(FP), DI
	VXORPS       Y7, Y7, Y7
	VBROADCASTSS whole<>(SB), Y6
	VBROADCASTSS lane_reach(DI), Y5
	VPBROADCASTD lane_ink(DI), Y8
	VPUNPCKLBW   Y7, Y8, Y8
	MOVQ         lane_share(DI), SI
	MOVQ         lane_top(DI), R8
	MOVQ         lane_width(DI), R13

row:
	CMPQ  R8, lane_bottom(DI)
	JGE   done
	MOVQ  lane_slope(DI), AX
	IMULQ R8, AX
	MOVQ  lane_low(DI), R9
	ADDQ  AX, R9
	SARQ  $const_fixedBits, R9
	MOVQ  lane_high(DI), R12
	ADDQ  AX, R12
	SARQ  $const_fixedBits, R12
	INCQ  R12
	MOVQ  lane_minX(DI), AX
	CMPQ  R9, AX
	CMOVQLT AX, R9
	MOVQ  lane_maxX(DI), AX
	CMPQ  R12, AX
	CMOVQGT AX, R12
	CMPQ  R9, R12
	JGE   next

	MOVL         R8, AX
	SUBL         lane_ay(DI), AX
	VMOVD        AX, X10
	VPBROADCASTD X10, Y10
	VCVTDQ2PS    Y10, Y10
	MOVL         R8, AX
	SUBL         lane_by(DI), AX
	VMOVD        AX, X11
	VPBROADCASTD X11, Y11
	VCVTDQ2PS    Y11, Y11
	ROW(lane_off, Y10, Y0)
	ROW(lane_from, Y10, Y1)
	ROW(lane_to, Y11, Y2)
	CMPL         lane_ends(DI), $0
	JEQ          turn
	ROW(lane_start, Y10, Y3)
	ROW(lane_end, Y11, Y4)

turn:
	MOVL         (lane_wheel+8)(DI), AX
	IMULL        R8, AX
	ADDL         lane_wheel(DI), AX
	VMOVD        AX, X9
	VPBROADCASTD X9, Y9
	MOVQ         lane_stride(DI), R11
	IMULQ        R8, R11
	ADDQ         lane_pixels(DI), R11

chunk:
	LEAQ         (R11)(R9*4), R10
	VMOVD        R9, X10
	VPBROADCASTD X10, Y10
	VPADDD       steps<>(SB), Y10, Y10
	VPBROADCASTD lane_ax(DI), Y11
	VPSUBD       Y11, Y10, Y11
	VCVTDQ2PS    Y11, Y11
	VPBROADCASTD lane_bx(DI), Y12
	VPSUBD       Y12, Y10, Y12
	VCVTDQ2PS    Y12, Y12

	// The covered share, in Y13.
	ADD(lane_off, Y0, Y11)
	VBROADCASTSS unsigned<>(SB), Y15
	VANDPS       Y15, Y14, Y14
	VSUBPS       Y14, Y5, Y14
	SHARE
	VMOVAPS      Y14, Y13
	ADD(lane_from, Y1, Y11)
	VCMPPS       $13, Y7, Y14, Y14 // not below 0
	VANDPS       Y14, Y13, Y13
	ADD(lane_to, Y2, Y12)
	VCMPPS       $1, Y7, Y14, Y14 // below 0
	VANDPS       Y14, Y13, Y13
	CMPL         lane_ends(DI), $0
	JEQ          dash
	ADD(lane_start, Y3, Y11)
	SHARE
	VMULPS       Y14, Y13, Y13
	ADD(lane_end, Y4, Y12)
	SHARE
	VMULPS       Y14, Y13, Y13

dash:
	CMPL         lane_dashes(DI), $0
	JEQ          weigh
	VPBROADCASTD (lane_wheel+4)(DI), Y14
	VPMULLD      Y10, Y14, Y14
	VPADDD       Y9, Y14, Y14
	VPSRLD       $(32-const_patternBits), Y14, Y14
	VPCMPEQD     Y15, Y15, Y15
	VXORPS       Y12, Y12, Y12
	VGATHERDPS   Y15, (SI)(Y14*4), Y12
	VMULPS       Y12, Y13, Y13

weigh:
	VBROADCASTSS lane_weight(DI), Y14
	VMULPS       Y14, Y13, Y13
	VBROADCASTSS half<>(SB), Y14
	VADDPS       Y14, Y13, Y13
	VCVTTPS2DQ   Y13, Y13

	LEAQ         8(R9), AX
	CMPQ         AX, R12
	JGT          part
	VMOVDQU      (R10), Y14
	VPUNPCKLBW   Y7, Y14, Y11
	VPUNPCKHBW   Y7, Y14, Y12
	VPSHUFB      lower<>(SB), Y13, Y10
	VPSHUFB      upper<>(SB), Y13, Y13
	BLEND(Y11, Y10)
	BLEND(Y12, Y13)
	VPACKUSWB    Y12, Y11, Y11
	VMOVDQU      Y11, (R10)
	MOVQ         AX, R9
	CMPQ         R9, R12
	JLT          chunk
	JMP          next

part: // fewer than eight pixels are left of the row
	VMOVD        R12, X15
	VPBROADCASTD X15, Y15
	VPCMPGTD     Y10, Y15, Y15
	CMPQ         AX, R13
	JGT          edge
	VPAND        Y15, Y13, Y13 // pixels of no weight stay as they are
	VMOVDQU      (R10), Y14
	VPUNPCKLBW   Y7, Y14, Y11
	VPUNPCKHBW   Y7, Y14, Y12
	VPSHUFB      lower<>(SB), Y13, Y10
	VPSHUFB      upper<>(SB), Y13, Y13
	BLEND(Y11, Y10)
	BLEND(Y12, Y13)
	VPACKUSWB    Y12, Y11, Y11
	VMOVDQU      Y11, (R10)
	JMP          next

edge: // nor are there eight to the image's edge
	VPMASKMOVD   (R10), Y15, Y14
	VPUNPCKLBW   Y7, Y14, Y11
	VPUNPCKHBW   Y7, Y14, Y12
	VPSHUFB      lower<>(SB), Y13, Y10
	VPSHUFB      upper<>(SB), Y13, Y13
	BLEND(Y11, Y10)
	BLEND(Y12, Y13)
	VPACKUSWB    Y12, Y11, Y11
	VPMASKMOVD   Y11, Y15, (R10)

next:
	INCQ R8
	JMP  row

done:
	VZEROUPPER
	RET
